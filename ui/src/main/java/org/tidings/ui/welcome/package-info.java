/// What one meets before there is anything to show: the first start, and the page that says why a
/// data folder cannot be opened.
@NullMarked
package org.tidings.ui.welcome;

import org.jspecify.annotations.NullMarked;
