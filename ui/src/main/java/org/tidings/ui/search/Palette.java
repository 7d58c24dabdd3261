package org.tidings.ui.search;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.search.Unclear;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.common.WindowClock;
import org.tidings.ui.control.Announcer;
import org.tidings.ui.control.FocusReturn;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Scrim;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.writing.LineField;

/// One field above the window to find anything and go there. It keeps the keyboard while it is
/// open; Escape and a click beside it close it. Confined to the JavaFX thread.
public final class Palette extends StackPane {
  private static final int PAGE = 8;
  private static final KeyCombination CLOSE =
      new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

  private final PaletteViewModel model;
  private final LineField field;
  private final FoundList list;
  private final FlowText says = Words.of("", "palette-says");
  private final FocusReturn focus = new FocusReturn();

  public Palette(PaletteViewModel model, WindowClock clock, Pictures pictures) {
    this.model = model;
    field = new LineField(model.typedProperty(), "search.field", model::enter);
    field.prompt("search.prompt");
    list = new FoundList(model, clock, pictures);
    Shown.when(false, says);
    says.setAccessibleRole(AccessibleRole.TEXT);
    FlowText hint = Words.of(Texts.of("search.hint"), "palette-hint");
    hint.setMaxWidth(Double.MAX_VALUE);
    VBox panel = new VBox(top(), list, says, hint);
    panel.getStyleClass().add("palette");
    panel.setMaxHeight(Region.USE_PREF_SIZE);
    panel.setAccessibleRole(AccessibleRole.DIALOG);
    panel.setAccessibleText(Texts.of("search.title"));
    panel.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    StackPane room = new StackPane(panel);
    room.setPickOnBounds(false);
    room.getStyleClass().add("palette-room");
    getChildren().setAll(new Scrim(model::dismiss), room);
    model.findings().subscribe(this::point);
    model.markedProperty().subscribe((before, now) -> point());
    model.outcomeProperty().subscribe(this::say);
    model.openProperty().subscribe(this::show);
  }

  private HBox top() {
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox top = new HBox(new Icon(Feather.SEARCH), field);
    top.getStyleClass().add("palette-top");
    return top;
  }

  private void show(boolean open) {
    boolean wasOpen = isVisible();
    setVisible(open);
    if (open) {
      focus.remember(this);
      field.enter();
    } else if (wasOpen) {
      focus.giveBack();
    }
  }

  /// A screen reader tells of the row that Enter opens.
  private void point() {
    if (isVisible()) {
      field.editor().pointAt(list.marked().orElse(null));
    }
  }

  private void say(Outcome outcome) {
    switch (outcome) {
      case Outcome.Nothing(boolean isBehind) ->
          say(Texts.of(isBehind ? "search.behind" : "search.nothing"));
      case Outcome.Misread(Unclear unclear) -> say(words(unclear));
      case Outcome.Failed(Problem problem) -> say(problem.sentence() + " " + problem.advice());
      case Outcome.Some(boolean isBehind) -> {
        says.setText(Texts.of("search.behind"));
        Shown.when(isBehind, says);
      }
      case Outcome.Unasked unasked -> Shown.when(false, says);
      case Outcome.Asked asked -> {}
    }
  }

  private static String words(Unclear unclear) {
    return switch (unclear) {
      case Unclear.NoValue(String filter) -> Texts.of("search.noValue", filter);
      case Unclear.Blocked(String name) -> Texts.of("search.blocked", name);
      case Unclear.ManyNamesakes(String name, int most) ->
          Texts.of("search.manyNamesakes", name, most);
      case Unclear.Nowhere(String place) -> Texts.of("search.nowhere", place);
      case Unclear.NoDate(String typed) -> Texts.of("search.noDate", typed);
      case Unclear.Nobody(String name) -> Texts.of("search.nobody", name);
      case Unclear.Ambiguous(String beginning) -> Texts.of("search.ambiguous", beginning);
      case Unclear.TooShort(String beginning, int least) ->
          Texts.of("search.tooShort", beginning, least);
      case Unclear.Excluded(String typed) -> Texts.of("search.excluded", typed);
      case Unclear.TooManyWords(int most) -> Texts.of("search.tooManyWords", most);
    };
  }

  private void say(String words) {
    says.setText(words);
    Shown.when(true, says);
    Announcer.say(this, words);
  }

  private void pressed(KeyEvent key) {
    if (CLOSE.match(key) || key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      model.dismiss();
      return;
    }
    int by =
        switch (key.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          case TAB -> key.isShiftDown() ? -1 : 1;
          default -> 0;
        };
    if (by != 0) {
      key.consume();
      model.step(by);
    } else if (key.getCode() == KeyCode.PAGE_DOWN || key.getCode() == KeyCode.PAGE_UP) {
      key.consume();
      int page = key.getCode() == KeyCode.PAGE_DOWN ? PAGE : -PAGE;
      model.mark(model.markedProperty().get() + page);
    }
  }
}
