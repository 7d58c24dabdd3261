/// Whom one might follow and which channels one might read, with why.
@NullMarked
package org.tidings.ui.explore;

import org.jspecify.annotations.NullMarked;
