/**
 * The meaning of CSN and CSDL: definitions, elements, query trees and service metadata become catalog records.
 *
 * <p>Reads JSON trees and XML bytes that were fetched elsewhere; knows nothing of HTTP. Imports {@code catalog}.
 */
@NullMarked
package io.catalogbridge.mapping.csn;

import org.jspecify.annotations.NullMarked;
