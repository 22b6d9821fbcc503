package io.catalogbridge.connectors.datasphere;

/** Which of the catalog's two addresses to use. */
public enum CatalogPrefix {
    /** The new one; the old one where the new one does not exist. */
    AUTO,
    /** {@code /api/v1/datasphere/consumption/catalog}. */
    NEW,
    /** {@code /api/v1/dwc/catalog}, deprecated in wave 2025.19. */
    OLD
}
