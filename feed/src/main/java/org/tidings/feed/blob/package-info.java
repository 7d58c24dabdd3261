/// Blobs on disk: files named by the SHA-256 of their bytes. Protocol 7.1.
@NullMarked
package org.tidings.feed.blob;

import org.jspecify.annotations.NullMarked;
