/// What is derived from the log for reading: threads, profiles, contacts, votes; every index can be
/// dropped and built again.
@NullMarked
package org.tidings.feed.index;

import org.jspecify.annotations.NullMarked;
