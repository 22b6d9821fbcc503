/** The AWS SDK against the endpoint, over HTTP on the loopback interface; what the SDK cannot send is sent by hand. */
@NullMarked
package io.catalogbridge.connectors.sandbox.aws;

import org.jspecify.annotations.NullMarked;
