package io.catalogbridge.mapping.catalog;

/** Something data can come from or go to: an asset of the tenant or an object of another system. */
public sealed interface ObjectRef permits AssetId, ExternalObject {

    /** The stable, readable identifier, such as {@code datasphere:SALES/ORDERS} or {@code external:S4/VBAK}. */
    String text();
}
