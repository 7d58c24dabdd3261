package org.tidings.ui.transfer;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.FocusHandover;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// Says, above every screen, how far a file of messages is, and then what came of it; takes no room
/// otherwise. Confined to the JavaFX thread.
public final class TransferBar extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int PERCENT = 100;

  private final FlowText sentence = Words.of("", "banner-sentence");
  private final ProgressBar bar = new ProgressBar();
  private final VBox details = new VBox();
  private final Button stop;
  private final Button close;

  public TransferBar(Transfers model) {
    stop = Buttons.plain("transfer.stop", model::stop);
    close = Buttons.icon(Feather.X, "problem.dismiss", model::dismiss);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    details.getStyleClass().add("banner-words");
    VBox words = new VBox(sentence, bar, details);
    words.getStyleClass().add("banner-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(new Icon(Feather.FILE_TEXT), words, stop, close);
    getStyleClass().add("transfer-bar");
    setAccessibleRole(AccessibleRole.TEXT);
    FocusHandover.among(this, List.of(stop, close));
    WhileShown.follow(this, model.nowProperty(), this::show);
  }

  private void show(Transfer now) {
    Shown.when(!(now instanceof Transfer.None), this);
    Shown.when(now instanceof Transfer.UnderWay, bar);
    Shown.when(now instanceof Transfer.UnderWay, stop);
    Shown.when(now instanceof Transfer.Done, details);
    Shown.when(now instanceof Transfer.Done, close);
    pseudoClassStateChanged(WRONG, now instanceof Transfer.Done done && done.wrong());
    switch (now) {
      case Transfer.None none -> setAccessibleText("");
      case Transfer.UnderWay(String words, double share) -> {
        sentence.setText(words);
        bar.setProgress(share);
        setAccessibleText(Texts.of("transfer.share", words, (int) (PERCENT * share)));
      }
      case Transfer.Done done -> say(done.words());
    }
  }

  private void say(List<String> words) {
    sentence.setText(words.getFirst());
    details
        .getChildren()
        .setAll(words.stream().skip(1).map(more -> Words.of(more, "banner-advice")).toList());
    setAccessibleText(String.join(" ", words));
    Announcer.say(this, getAccessibleText());
  }
}
