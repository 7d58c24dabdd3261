/// Looks for damage in the store, keeps it from spreading, and has it mended: messages whose bytes
/// are not what was signed, indexes that say something else than the log, a file that SQLite cannot
/// read any more.
@NullMarked
package org.tidings.feed.doctor;

import org.jspecify.annotations.NullMarked;
