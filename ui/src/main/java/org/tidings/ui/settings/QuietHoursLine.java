package org.tidings.ui.settings;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.CheckLine;
import org.tidings.ui.desktop.QuietHours;
import org.tidings.ui.workspace.Preferences;

/// Whether there are quiet hours, and which. Confined to the JavaFX thread.
final class QuietHoursLine extends FlowPane {
  private static final int STEP_MINUTES = 30;
  private static final int STEPS = 24 * 60 / STEP_MINUTES;

  private final Preferences preferences;

  QuietHoursLine(Preferences preferences) {
    this.preferences = preferences;
    QuietHours now = preferences.settings().desktop().quiet();
    ComboBox<LocalTime> from = times("notify.quiet.from", now.from());
    from.setOnAction(event -> change(set -> set.withFrom(from.getValue())));
    ComboBox<LocalTime> to = times("notify.quiet.to", now.to());
    to.setOnAction(event -> change(set -> set.withTo(to.getValue())));
    CheckLine quiet =
        new CheckLine("notify.quiet", now.on(), chosen -> change(set -> set.turned(chosen)));
    getChildren().setAll(quiet, named("notify.quiet.from", from), named("notify.quiet.to", to));
    getChildren()
        .subList(1, getChildren().size())
        .forEach(hour -> hour.disableProperty().bind(quiet.box().selectedProperty().not()));
    getStyleClass().add("settings-line");
  }

  private void change(UnaryOperator<QuietHours> change) {
    preferences.change(
        set -> set.withDesktop(set.desktop().withQuiet(change.apply(set.desktop().quiet()))));
  }

  private static HBox named(String key, ComboBox<LocalTime> times) {
    Label label = new Label(Texts.of(key));
    label.setLabelFor(times);
    label.setMinWidth(USE_PREF_SIZE);
    HBox named = new HBox(label, times);
    named.getStyleClass().add("quiet-hours");
    return named;
  }

  private static ComboBox<LocalTime> times(String key, LocalTime now) {
    ComboBox<LocalTime> box = new ComboBox<>();
    IntStream.range(0, STEPS)
        .mapToObj(step -> LocalTime.MIDNIGHT.plusMinutes((long) step * STEP_MINUTES))
        .forEach(box.getItems()::add);
    box.setConverter(new InWords());
    box.setValue(now);
    box.setId(key.replace('.', '-'));
    box.setAccessibleText(Texts.of(key + ".name"));
    return box;
  }

  /// As the language has it.
  private static final class InWords extends StringConverter<LocalTime> {
    @Override
    public String toString(LocalTime time) {
      return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(time);
    }

    @Override
    public LocalTime fromString(String words) {
      throw new UnsupportedOperationException("nothing is typed");
    }
  }
}
