package org.tidings.ui.rawlog;

import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.BesideOrBelow;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.CopyButton;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.RelativeTime;
import org.tidings.ui.control.Words;
import org.tidings.ui.control.WrappedLine;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.text.FlowText;

/// A message in the log: whose it is, what, when it came, and how it begins. Confined to the JavaFX
/// thread.
final class RawLine extends StackPane {

  /// @param toFeed whether the name leads to the messages of that feed alone
  RawLine(RawRow row, boolean toFeed, Navigator navigator) {
    NameLabel name = new NameLabel(row.by().name(), "post-author");
    if (toFeed) {
      Clickable.link(
          name,
          Texts.of("rawlog.of", row.by().name()),
          () -> navigator.go(Place.RawLog.of(row.message().author())));
    }
    FlowText what = Words.of(what(row), "activity-deed");
    Label came = new Label(came(row));
    came.getStyleClass().add("post-time");
    WrappedLine head = new WrappedLine(name, what, came);
    head.getStyleClass().add("activity-head");
    FlowText beginning = new FlowText(row.beginning());
    beginning.getStyleClass().add("raw");
    VBox words = new VBox(head, beginning);
    words.setMinWidth(0);
    words.getStyleClass().add("activity-words");
    getChildren().setAll(new BesideOrBelow(words, new CopyButton("rawlog.copy", row::text)));
    getStyleClass().add("activity-line");
    Clickable.mouse(this, () -> open(row, navigator));
  }

  static void open(RawRow row, Navigator navigator) {
    navigator.go(new Place.Details(row.id()));
  }

  /// All but the text itself in a sentence, for a screen reader.
  static String sentence(RawRow row) {
    return row.by().name() + ", " + what(row) + ", " + came(row);
  }

  private static String what(RawRow row) {
    String type =
        row.type()
            .map(text -> text.isEmpty() ? Texts.of("rawlog.encrypted") : text)
            .orElseGet(() -> Texts.of("rawlog.damaged"));
    return Texts.of("rawlog.what", type, row.message().sequence().value());
  }

  private static String came(RawRow row) {
    return RelativeTime.full(
        Instant.ofEpochMilli(row.message().arrival().atMs()), ZoneId.systemDefault());
  }
}
