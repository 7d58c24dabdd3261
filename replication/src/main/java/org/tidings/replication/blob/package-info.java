/// Blobs: files named by their hash, asked for by wants, told of by sizes, and fetched from whoever
/// has them. [BlobState][org.tidings.replication.blob.BlobState] decides, without sockets or disk.
/// Protocol 7.2 and 7.3.
@NullMarked
package org.tidings.replication.blob;

import org.jspecify.annotations.NullMarked;
