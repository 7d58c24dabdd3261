/// The window: JavaFX, one package per thing a person does.
@NullMarked
package org.tidings.ui;

import org.jspecify.annotations.NullMarked;
