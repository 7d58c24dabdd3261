/// What people are told in a sentence: in English here, by a key and values for who says it in
/// another language.
@NullMarked
package org.tidings.feed.told;

import org.jspecify.annotations.NullMarked;
