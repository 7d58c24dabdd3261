package org.tidings.ui.writing;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.spelling.Spelling;

/// Where something is written. Tab leads on as everywhere else, a line in Arabic or Hebrew starts
/// from the right, and emoji are pictures. Has no edge of its own. Confined to the JavaFX thread.
///
/// Not a `TextArea` or `TextField`: those paint boxes, or text twice, where an emoji stands, and
/// the first throws out of the layout pass for a wrapped line in Arabic.
public final class Editor extends StackPane {
  /// What the area keeps free on each side for its caret.
  private static final double EDGE = 1;

  private static final Duration BLINK = Duration.seconds(1);

  private final StringProperty text;
  private final int mostLines;
  private final Area area = new Area();
  private final SpellingMarks marks = new SpellingMarks(area);
  private final CaretWatch watch;
  private final WritingMenu menu;

  /// A screen reader follows the keyboard, which stays here while something beside is chosen from.
  private static final class Area extends CodeArea {
    private @Nullable Node pointedAt;

    /// What blinks is held for good by JavaFX, and with it the whole screen, so it does only where
    /// the person writes.
    Area() {
      caretBlinkPeriodProperty()
          .bind(Bindings.when(focusedProperty()).then(BLINK).otherwise(Duration.ZERO));
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
        AccessibleAttribute attribute, Object... parameters) {
      return attribute == AccessibleAttribute.FOCUS_ITEM && pointedAt != null
          ? pointedAt
          : super.queryAccessibleAttribute(attribute, parameters);
    }
  }

  /// @param text what is written, both ways
  /// @param name key of what a screen reader says
  /// @param mostLines grows with its text up to here; 0 to take the room it is given
  public Editor(StringProperty text, String name, int mostLines) {
    this.text = text;
    this.mostLines = mostLines;
    area.setWrapText(true);
    Flipped.in(area);
    area.setLineEnding(LineEnding.LF);
    area.setSyntaxDecorator(new PieceDecorator(marks));
    area.setAccessibleText(Texts.of(name));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::leadOn);
    area.getModel().addListener(change -> text.set(area.getText()));
    watch = new CaretWatch(area);
    menu = new WritingMenu(area, watch, marks);
    new Burst(area, watch::insert);
    keepTypedAhead();
    area.select(area.getDocumentEnd());
    text.subscribe(this::show);
    text.subscribe((before, now) -> requestLayout());
    area.fontProperty().subscribe((before, now) -> requestLayout());
    getChildren().setAll(area, new EmojiOverlay(area));
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("editor");
  }

  /// Says, while nothing is written, what might be.
  public void prompt(String key) {
    Label prompt = new Label(Texts.of(key));
    prompt.setMouseTransparent(true);
    prompt.getStyleClass().add("prompt");
    prompt.setPadding(new Insets(EDGE));
    prompt.visibleProperty().bind(Bindings.isEmpty(text));
    getChildren().add(prompt);
  }

  /// Marks what is misspelt, and suggests other words for it.
  public void check(Spelling spelling) {
    marks.follow(spelling);
    menu.suggest(spelling);
  }

  /// Lets somebody else have what is pasted from the menu, who says whether they took it.
  public void beforePaste(BooleanSupplier takes) {
    menu.beforePaste(takes);
  }

  public BooleanProperty editableProperty() {
    return area.editableProperty();
  }

  /// Lets the person write, after what stands there already.
  public void focusText() {
    area.requestFocus();
  }

  /// Where the person writes; empty while something is selected, and for a moment where what stands
  /// here did not come from the keys. Stays as it is while an input method puts a word together.
  public ReadOnlyObjectProperty<Optional<Caret>> caretProperty() {
    return watch.caretProperty();
  }

  /// Whether an input method is putting a word together, and has the keys for it.
  public ReadOnlyBooleanProperty composingProperty() {
    return watch.composingProperty();
  }

  /// Types here what was typed before this was here.
  public void type(TypedAhead ahead) {
    ahead.typeInto(area);
  }

  /// Whether the keyboard is here.
  public ReadOnlyBooleanProperty writingProperty() {
    return area.focusedProperty();
  }

  /// Where the caret is in the window, as far as it is drawn.
  public Optional<Bounds> caretInScene() {
    return watch.inScene();
  }

  /// Has other characters stand in the place of those before the caret; one step to undo.
  public void replaceBefore(int characters, String words) {
    watch.replaceBefore(characters, words);
  }

  /// Has these characters stand where the caret is, instead of what is selected; one step to undo.
  public void insert(String words) {
    watch.insert(words);
  }

  /// Has screen readers tell of this, one of several things that can be chosen from here; nothing
  /// ends that.
  public void pointAt(@Nullable Node choice) {
    area.pointedAt = choice;
    area.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  /// Whether something typed can be taken back where the keyboard is.
  public static boolean canUndo(@Nullable Node focused) {
    return (focused instanceof CodeArea area && area.isUndoable())
        || (focused instanceof TextInputControl field && field.isUndoable());
  }

  /// Whether that is where one writes, here or in a line of a form.
  public static boolean isWrittenIn(Object target) {
    return target instanceof CodeArea || target instanceof TextInputControl;
  }

  CodeArea area() {
    return area;
  }

  /// What did not come from the area itself: something brought back, or taken away.
  private void show(String now) {
    if (!now.equals(area.getText())) {
      area.setText(now);
      area.clearUndoRedo();
      // Without a caret, nothing can be typed.
      area.select(area.getDocumentEnd());
      watch.forget();
    }
  }

  /// An area takes keys only once it has been drawn, and may be written in.
  private void keepTypedAhead() {
    BooleanBinding ready = area.editableProperty().and(area.skinProperty().isNotNull());
    TypedAhead ahead = new TypedAhead(this, () -> !ready.get());
    ready.subscribe(isReady -> FxThread.soon(() -> ahead.typeInto(area)));
  }

  private void leadOn(KeyEvent key) {
    if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
      key.consume();
      area.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return mostLines == 0 ? super.computePrefHeight(width) : height(text.get());
  }

  @Override
  protected double computeMinHeight(double width) {
    return height("");
  }

  private double height(String words) {
    LinesRuler ruler = new LinesRuler(area.getFont(), getWidth() - 2 * EDGE);
    return ruler.height(words, Math.max(1, mostLines)) + 2 * EDGE;
  }

  /// The height follows the width, so a new width asks for it again.
  @Override
  protected void setWidth(double value) {
    if (value != getWidth()) {
      super.setWidth(value);
      requestLayout();
    }
  }
}
