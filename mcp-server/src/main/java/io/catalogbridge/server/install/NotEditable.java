package io.catalogbridge.server.install;

/** A file that cannot be changed without losing something of it; a person must do it. */
public final class NotEditable extends Exception {

    private static final long serialVersionUID = 1L;

    NotEditable(String why) {
        super(why);
    }
}
