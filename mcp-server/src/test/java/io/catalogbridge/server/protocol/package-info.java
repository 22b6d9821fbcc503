/** Real clients against the real server: one that writes lines by hand, and the SDK's own in front of a process. */
@NullMarked
package io.catalogbridge.server.protocol;

import org.jspecify.annotations.NullMarked;
