/// Blobs: files named by their hash, asked for by wants.
///
/// So far wants are only listened to and never uttered: peers see a polite neighbour that has
/// nothing and wants nothing. Protocol 7.2.
@NullMarked
package org.tidings.replication.blob;

import org.jspecify.annotations.NullMarked;
