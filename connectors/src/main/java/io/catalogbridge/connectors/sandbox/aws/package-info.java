/**
 * The AWS half of the sandbox: the Glue Data Catalog and the part of STS that its clients need, as an endpoint that any AWS
 * client can be pointed at.
 *
 * <p>Belongs here: the wire protocols, request signatures, the limits and errors that AWS publishes, and the catalog's state
 * with its journal. Does not belong here: HTTP serving and fault injection (package {@code sandbox.http}), anything about
 * Datasphere or about how this project uses Glue. May import {@code sandbox.http} and Jackson; not the AWS SDK, so that what is
 * tested with the SDK is not also made of it.
 */
@NullMarked
package io.catalogbridge.connectors.sandbox.aws;

import org.jspecify.annotations.NullMarked;
