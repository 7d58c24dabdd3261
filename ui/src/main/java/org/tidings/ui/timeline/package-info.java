/// Home: threads with the latest activity first, their newest replies rolled up below.
@NullMarked
package org.tidings.ui.timeline;

import org.jspecify.annotations.NullMarked;
