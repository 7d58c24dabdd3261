/// What cannot be derived from the log: drafts, peer memory, read marks, the state of the
/// publishing gate.
@NullMarked
package org.tidings.feed.local;

import org.jspecify.annotations.NullMarked;
