package org.tidings.ui.control;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;

/// Buttons with their words from the bundle, so that each has an accessible name.
public final class Buttons {
  private Buttons() {}

  /// The one thing to do here.
  public static Button primary(String key, Runnable action) {
    return button(key, "accent", action);
  }

  /// Something else one may do here.
  public static Button plain(String key, Runnable action) {
    return button(key, "plain", action);
  }

  /// As [#plain], where it has a line of a column to itself: in a narrow one its words take
  /// several.
  public static Button inColumn(String key, Runnable action) {
    Button button = made(new FlowButton(), key, "plain", action);
    button.setMinWidth(0);
    return button;
  }

  /// Something that is hard to take back.
  public static Button danger(String key, Runnable action) {
    return button(key, "danger", action);
  }

  /// A button without words; they are its tooltip and accessible name.
  public static Button icon(Feather icon, String key, Runnable action) {
    var button = new Button("", new Icon(icon));
    button.setAccessibleText(Texts.of(key));
    Tip.on(button, Texts.of(key));
    button.getStyleClass().add("icon-button");
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Button button(String key, String style, Runnable action) {
    return made(new Button(), key, style, action);
  }

  private static Button made(Button button, String key, String style, Runnable action) {
    button.setText(Texts.of(key));
    button.getStyleClass().add(style);
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
