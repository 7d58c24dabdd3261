/// Pictures and other files of posts: decoded away from the screen and within bounds, shown as
/// tiles, looked at in full, saved. Nothing is ever fetched from the web.
@NullMarked
package org.tidings.ui.picture;

import org.jspecify.annotations.NullMarked;
