package org.tidings.ui.workspace;

import javafx.scene.Parent;

/// What fills the centre of the window at one place. Confined to the JavaFX thread.
///
/// @param content stays as it is while the person is elsewhere and may come back
/// @param leave called once, when nobody comes back any more
public record Screen(Parent content, Runnable leave) {}
