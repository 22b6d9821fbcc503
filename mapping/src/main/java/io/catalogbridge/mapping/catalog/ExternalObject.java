package io.catalogbridge.mapping.catalog;

/**
 * An object outside the tenant, reached through a connection.
 *
 * @param connection technical name of the connection
 * @param object     the object's name as the other system spells it, without control characters
 */
public record ExternalObject(String connection, String object) implements ObjectRef {

    public ExternalObject {
        connection = Names.withoutControlCharacters(connection);
        object = Names.withoutControlCharacters(object);
    }

    @Override
    public String text() {
        return "external:" + connection + "/" + object;
    }

    @Override
    public String toString() {
        return text();
    }
}
