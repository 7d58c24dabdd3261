package org.tidings.ui.sync;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.control.Words;
import org.tidings.ui.text.FlowText;

/// How far catching up is, how fast it goes, and from whom the rest comes; not there when all is in
/// step. Confined to the JavaFX thread.
public final class SyncCard extends VBox {
  private final ProgressBar bar = new ProgressBar();
  private final FlowText done = Words.of("");
  private final FlowText pace = Words.of("", "peer-state");
  private final VBox from = new VBox();

  public SyncCard(SyncViewModel model) {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setFocusTraversable(false);
    from.getStyleClass().add("sync-from");
    getChildren()
        .setAll(
            Words.of(Texts.of("sync.title"), "situation-sentence"),
            bar,
            done,
            pace,
            from,
            ScrollColumn.hint(Texts.of("sync.text")));
    getStyleClass().addAll("card", "sync-card");
    WhileShown.follow(this, model.syncingProperty(), this::show);
  }

  private void show(Optional<Syncing> now) {
    Shown.when(now.isPresent(), this);
    now.ifPresent(this::tell);
  }

  private void tell(Syncing now) {
    bar.setProgress(now.share());
    bar.setAccessibleText(SyncWords.brief(now));
    done.setText(SyncWords.done(now.progress()));
    pace.setText(SyncWords.pace(now.progress()));
    List<Node> lines =
        Stream.concat(
                now.from().stream().map(SyncWords::from),
                now.others() == 0
                    ? Stream.empty()
                    : Stream.of(Texts.of("sync.others", now.others())))
            .<Node>map(words -> Words.of(words, "peer-state"))
            .toList();
    from.getChildren().setAll(lines);
  }
}
