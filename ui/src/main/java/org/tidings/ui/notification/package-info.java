/// What of that which came the person is told by their desktop.
@NullMarked
package org.tidings.ui.notification;

import org.jspecify.annotations.NullMarked;
