/// What is done behind everybody's back in short steps: builds of indexes, reading private
/// messages, dropping feeds, giving disk back.
@NullMarked
package org.tidings.feed.upkeep;

import org.jspecify.annotations.NullMarked;
