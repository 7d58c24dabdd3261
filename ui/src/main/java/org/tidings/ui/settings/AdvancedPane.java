package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.OutcomeLine;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.settings.AdvancedViewModel.Building;

/// What helps when something seems wrong. Confined to the JavaFX thread.
final class AdvancedPane extends VBox {
  private static final String REPORT = "tidings-report.txt";

  private final Button rebuild;
  private final OutcomeLine progress = new OutcomeLine();

  AdvancedPane(AdvancedViewModel model, FileDialogs dialogs, Navigator navigator) {
    rebuild = Buttons.inColumn("advanced.rebuild", model::rebuild);
    Button report =
        Buttons.inColumn(
            "advanced.report", () -> dialogs.save(REPORT).ifPresent(model::saveReport));
    OutcomeLine saved = new OutcomeLine();
    getChildren()
        .setAll(
            hint(Texts.of("advanced.rebuild.text")),
            rebuild,
            progress,
            hint(Texts.of("advanced.report.text")),
            report,
            saved,
            hint(Texts.of("advanced.log.text")),
            Buttons.inColumn("advanced.log", () -> navigator.go(Place.RawLog.OF_ALL)));
    getStyleClass().add("settings-lines");
    model.buildingProperty().subscribe(this::show);
    model
        .savedProperty()
        .subscribe(
            file ->
                saved.tell(
                    file.map(path -> Texts.of("advanced.report.saved", path)).orElse(""),
                    false,
                    Optional.empty()));
  }

  private void show(Building now) {
    rebuild.setDisable(now instanceof Building.UnderWay);
    String words =
        switch (now) {
          case Building.Idle idle -> "";
          case Building.UnderWay(int percent) -> Texts.of("advanced.rebuilding", percent);
          case Building.Done done -> Texts.of("advanced.rebuilt");
        };
    progress.tell(words, false, Optional.empty());
  }
}
