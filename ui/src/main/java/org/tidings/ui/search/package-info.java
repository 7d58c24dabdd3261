/// Finding things: people, posts, channels, places to go to and things to do, from one field.
@NullMarked
package org.tidings.ui.search;

import org.jspecify.annotations.NullMarked;
