/// A feed's page: who it is, how we stand to each other, what it writes, whom it follows.
@NullMarked
package org.tidings.ui.profile;

import org.jspecify.annotations.NullMarked;
