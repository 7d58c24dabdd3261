package org.tidings.ui.control;

import java.util.Optional;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.text.FlowText;

/// Says how it goes with what the person asked for, behind a sign where there is one, and has
/// it said; takes no room while there is nothing to say. Confined to the JavaFX thread.
public final class OutcomeLine extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,]+");

  private final FlowText words = Words.of("");
  private String said = "";

  public OutcomeLine() {
    getStyleClass().add("outcome");
  }

  /// Says `sentence`, which may be empty; as a failure where it went `wrong`.
  public void tell(String sentence, boolean wrong, Optional<Feather> sign) {
    words.setText(sentence);
    getChildren().setAll(words);
    sign.ifPresent(icon -> getChildren().addFirst(new Icon(icon)));
    pseudoClassStateChanged(WRONG, wrong);
    Shown.when(!sentence.isEmpty(), this);
    announce(sentence);
  }

  /// That a number goes on is no news to somebody who listens.
  private void announce(String sentence) {
    String news = NUMBER.matcher(sentence).replaceAll("");
    if (!news.equals(said)) {
      said = news;
      Announcer.say(this, sentence);
    }
  }
}
