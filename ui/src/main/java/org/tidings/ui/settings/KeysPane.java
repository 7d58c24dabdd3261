package org.tidings.ui.settings;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// The keys there are. Confined to the JavaFX thread.
public final class KeysPane extends GridPane {
  private static final String[] KEYS = {
    "newPost",
    "newPrivate",
    "post",
    "offer",
    "search",
    "home",
    "private",
    "activity",
    "channels",
    "peers",
    "bookmarks",
    "profile",
    "explore",
    "settings",
    "back",
    "larger",
    "smaller",
    "usual",
    "keys",
    "undo",
    "move",
    "press",
    "rows",
    "reply",
    "like",
    "react",
    "bookmark",
    "menu",
    "mark",
    "newer",
    "leave",
    "picture",
    "closer",
    "around",
    "copyPicture",
    "closePicture"
  };

  public KeysPane() {
    for (int row = 0; row < KEYS.length; row++) {
      FlowText keys = Words.of(Texts.of("keys." + KEYS[row]), "keys");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      addRow(row, keys, Words.of(Texts.of("keys." + KEYS[row] + ".what")));
    }
    getStyleClass().add("keys-pane");
  }
}
