/// Texts as they are looked for: their words, folded.
@NullMarked
package org.tidings.feed.text;

import org.jspecify.annotations.NullMarked;
