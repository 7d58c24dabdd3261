package org.tidings.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.FxThread;

/// A long list of rows of different heights in a column of readable width, of which only the
/// visible ones exist as nodes. Confined to the JavaFX thread.
///
/// A row is drawn anew only when its item changes, and asked its height only when its width does:
/// both are dear where text is shaped. Whoever is at a row stays at it when the list changes around
/// it, wherever it goes; Tab leads into it, and arrows from there to the rows beside it.
/// Whoever has pressed something in it with the mouse is at that again once it is drawn anew, and
/// no row is marked for them.
public final class RowList<T> extends ListView<T> {
  /// The widest a column of text is still pleasant to read.
  public static final double COLUMN = 680;

  private static final PseudoClass LEADING = PseudoClass.getPseudoClass("leading");
  private static final int NEAR_END = 5;
  private static final double SCROLL_BAR = 16;

  /// About two lines.
  private static final double NEARLY = 40;

  private final Function<? super T, ? extends Region> draw;
  private Runnable more = () -> {};
  private Predicate<? super T> leads = item -> true;
  private Function<? super T, String> name = item -> "";
  private Function<? super T, ?> key = item -> item;
  private Optional<Object> chosen = Optional.empty();
  private boolean changing;
  private final List<Row> made = new ArrayList<>();
  private final RowHeights<T> heights = new RowHeights<>();

  /// Whether somebody turns the wheel.
  private boolean rolls;

  /// Whether the list was told the heights of rows by guess.
  private boolean guessed;

  private final Anchor anchor = new Anchor(this, this::lead);
  private ObservableList<T> followed;
  private final ListChangeListener<T> changed =
      change -> {
        anchor.follow(change);
        change();
      };

  /// Draws each item with `draw`.
  public RowList(Function<? super T, ? extends Region> draw) {
    this.draw = draw;
    getStyleClass().add("row-list");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setCellFactory(list -> make());
    followed = getItems();
    followed.addListener(changed);
    itemsProperty().subscribe(this::follow);
    // Elsewhere something may be unfolded that is drawn unfolded here from then on.
    sceneProperty().subscribe(heights::clear);
    getSelectionModel().selectedIndexProperty().subscribe(this::choose);
    Whereabouts.whenMoved(this, anchor::leaveEnd);
    addEventFilter(ScrollEvent.SCROLL, turned -> rolls = true);
    addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> measure());
    addEventFilter(KeyEvent.KEY_PRESSED, pressed -> measure());
    addEventFilter(KeyEvent.KEY_PRESSED, this::begin);
    addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
    addEventFilter(KeyEvent.KEY_PRESSED, this::step);
  }

  private Row make() {
    Row row = new Row();
    made.add(row);
    return row;
  }

  /// Shows `words` where there are no rows, once it is known that there are none.
  public void whenEmpty(Region words, ObservableValue<Boolean> known) {
    words.visibleProperty().bind(known);
    setPlaceholder(words);
  }

  /// Calls `more` when the last rows come into view.
  public void onNearEnd(Runnable more) {
    this.more = more;
  }

  /// Calls `open` when the person presses Enter on a row.
  public void onOpen(Consumer<? super T> open) {
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          T chosen = getSelectionModel().getSelectedItem();
          if (key.getCode() == KeyCode.ENTER && key.getTarget() == this && chosen != null) {
            key.consume();
            open.accept(chosen);
          }
        });
  }

  /// Runs `press` with a key that is struck alone at a row, or at something to press in it, and
  /// with that row as it is drawn; it says whether the key stands for something there.
  public void onKey(BiPredicate<KeyCode, Region> press) {
    KeyStroke stroke = new KeyStroke(this);
    addEventHandler(
        KeyEvent.KEY_TYPED,
        typed -> {
          OptionalInt row = at(typed);
          if (row.isPresent()
              && stroke.take().filter(key -> means(press, key, row.getAsInt())).isPresent()) {
            typed.consume();
          }
        });
  }

  private boolean means(BiPredicate<KeyCode, Region> press, KeyCode key, int row) {
    return drawn(row).filter(it -> press.test(key, it)).isPresent();
  }

  /// The chosen row as it is drawn, brought into view where it was not; empty where none is chosen.
  public Optional<Region> chosenRow() {
    return drawn(getSelectionModel().getSelectedIndex());
  }

  private Optional<Region> drawn(int index) {
    return row(index).flatMap(Row::drawn);
  }

  private Optional<Row> row(int index) {
    if (index >= 0 && shown(index).isEmpty()) {
      scrollTo(index);
      layout();
    }
    return shown(index);
  }

  private Optional<Row> shown(int index) {
    return made.stream().filter(row -> row.getIndex() == index && row.isShown()).findFirst();
  }

  /// The first arrow, or Tab, leads to the first row one sees; the list by itself would pass it
  /// over, and Tab with it all rows in which there is nothing to press.
  private void begin(KeyEvent key) {
    boolean leads =
        key.getCode() == KeyCode.DOWN || (key.getCode() == KeyCode.TAB && KeyStroke.isAlone(key));
    if (leads
        && key.getTarget() == this
        && getSelectionModel().isEmpty()
        && !getItems().isEmpty()) {
      key.consume();
      getSelectionModel().select(firstShown());
    }
  }

  /// Whether one sees it from its beginning: nothing of it is scrolled out above.
  public boolean isAtBeginning() {
    List<Row> shown = made.stream().filter(Row::isShown).toList();
    return shown.isEmpty()
        || shown.stream().anyMatch(row -> row.getIndex() == 0 && row.beginsInView());
  }

  /// Whether one sees something of that row.
  public boolean isInView(int index) {
    return shown(index).isPresent();
  }

  /// Whether one sees how that row ends, or nearly.
  public boolean endsInView(int index) {
    return shown(index).filter(Row::endsInView).isPresent();
  }

  /// So many rows have just come above all others: whoever reads goes on where they are, even from
  /// the beginning.
  public void stayBelow(int rows) {
    anchor.hold(rows);
  }

  @Override
  public void scrollTo(int index) {
    anchor.release();
    lead(index);
  }

  /// Leads to the first row.
  public void toBeginning() {
    scrollTo(0);
    layout();
  }

  /// Leads to the last row, also to one that comes before that is in view.
  public void toEnd() {
    anchor.toEnd();
  }

  /// Whether the person was led to the end, and has not gone elsewhere since.
  public boolean isAtEnd() {
    return anchor.isAtEnd();
  }

  /// The one whose beginning is in view, or else the one that fills it.
  private int firstShown() {
    List<Row> shown =
        made.stream().filter(Row::isShown).sorted(Comparator.comparingInt(Row::getIndex)).toList();
    return shown.stream()
        .filter(Row::beginsInView)
        .findFirst()
        .or(() -> shown.stream().findFirst())
        .map(Row::getIndex)
        .orElse(0);
  }

  /// From the chosen row, not from the first there is to see.
  private void enter(KeyEvent key) {
    if (key.getCode() == KeyCode.TAB
        && KeyStroke.isAlone(key)
        && key.getTarget() == this
        && !key.isConsumed()) {
      row(getSelectionModel().getSelectedIndex())
          .ifPresent(
              row -> {
                key.consume();
                row.requestFocusTraversal(TraversalDirection.NEXT);
              });
    }
  }

  /// From something to press within a row the arrows lead on to the rows beside it; a button by
  /// itself would take them to the next button.
  private void step(KeyEvent key) {
    int by = key.getCode() == KeyCode.DOWN ? 1 : key.getCode() == KeyCode.UP ? -1 : 0;
    if (by != 0 && key.getTarget() != this) {
      at(key)
          .ifPresent(
              row -> {
                key.consume();
                requestFocus();
                int next = Math.clamp(row + by, 0, getItems().size() - 1);
                getSelectionModel().select(next);
                scrollTo(next);
              });
    }
  }

  /// The row a key is struck at; none where the key is written.
  private OptionalInt at(KeyEvent key) {
    if (key.getTarget() == this && !getSelectionModel().isEmpty()) {
      return OptionalInt.of(getSelectionModel().getSelectedIndex());
    }
    return key.getTarget() instanceof Node node && Clickable.isToPress(node)
        ? rowOf(node)
        : OptionalInt.empty();
  }

  /// Gives the keyboard to the row that `node` is in, if it is in one: for when what has it there
  /// goes.
  public static void stayAtRowOf(Node node) {
    Node at = node;
    while (at != null && !(at instanceof RowList<?>.Row)) {
      at = at.getParent();
    }
    if (at instanceof RowList<?>.Row row) {
      row.takeKeyboard();
    }
  }

  private void stayAt(T item) {
    chosen = Optional.of(key.apply(item));
    requestFocus();
    change();
  }

  private static OptionalInt rowOf(Node within) {
    for (Node node = within; node != null; node = node.getParent()) {
      if (node instanceof ListCell<?> row) {
        return OptionalInt.of(row.getIndex());
      }
    }
    return OptionalInt.empty();
  }

  /// Which rows lead somewhere; the others are not marked when they are clicked on.
  public void leading(Predicate<? super T> leads) {
    this.leads = leads;
  }

  /// What a screen reader says of a row that is come to.
  public void named(Function<? super T, String> words) {
    name = words;
  }

  /// What makes two items the same row, where they are not equal because something changed in it.
  public void keyed(Function<? super T, ?> sameRow) {
    key = sameRow;
  }

  /// One empty list is not told from another by who listens for a change.
  private void follow() {
    followed.removeListener(changed);
    followed = getItems();
    followed.addListener(changed);
  }

  private void choose() {
    int at = getSelectionModel().getSelectedIndex();
    if (!changing) {
      chosen =
          at >= 0 && at < getItems().size()
              ? Optional.of(key.apply(getItems().get(at)))
              : Optional.empty();
    }
  }

  /// One change to what is shown may be several of the list, in the midst of which the row is in
  /// two places, or in none.
  private void change() {
    if (!changing && chosen.isPresent()) {
      changing = true;
      FxThread.soon(this::stay);
    }
  }

  private void stay() {
    List<?> keys = getItems().stream().map(key).toList();
    int now = getSelectionModel().getSelectedIndex();
    int wanted = chosen.map(keys::indexOf).orElse(-1);
    if (wanted >= 0 && wanted != now) {
      getSelectionModel().clearAndSelect(wanted);
    }
    changing = false;
    choose();
  }

  /// From now on rows are measured before they are drawn. Where somebody is led past some that were
  /// guessed, and comes back to them from below, the list would move what is read by what was
  /// wrong. It forgets how high rows are only where there are others.
  private void measure() {
    rolls = false;
    if (guessed && lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      guessed = false;
      int rows = flow.getCellCount();
      flow.setCellCount(rows + 1);
      flow.setCellCount(rows);
    }
  }

  private void lead(int index) {
    measure();
    super.scrollTo(index);
  }

  private double rowWidth() {
    return Math.max(0, getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset());
  }

  /// One row. Its own height is remembered with the width it was asked for.
  private final class Row extends ListCell<T> {
    private @Nullable T shown;
    private Optional<Region> drawn = Optional.empty();
    private double knownWidth = -1;
    private double knownHeight;

    Row() {
      setPrefWidth(0);
      getStyleClass().add("row");
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
      super.updateItem(item, empty);
      T before = shown;
      Optional<Node> here =
          Optional.ofNullable(getScene()).map(Scene::getFocusOwner).filter(it -> Focus.isIn(this));
      boolean byMouse = here.filter(left -> !left.isFocusVisible()).isPresent();
      show(item, empty);
      if (before != null && here.isPresent() && !Focus.isIn(this)) {
        here.filter(left -> byMouse && item != null && key.apply(item).equals(key.apply(before)))
            .flatMap(left -> Focus.calledAlike(this, left))
            .ifPresentOrElse(Node::requestFocus, () -> stayAt(before));
      }
    }

    private void show(@Nullable T item, boolean empty) {
      if (empty || item == null) {
        shown = null;
        drawn = Optional.empty();
        setGraphic(null);
        setAccessibleText(null);
        pseudoClassStateChanged(LEADING, false);
        return;
      }
      if (isMeasuring()) {
        return;
      }
      if (isNearEnd()) {
        // Rows are shown while the list tells of a change, and may not change before that ends.
        FxThread.soon(this::askForMore);
      }
      pseudoClassStateChanged(LEADING, leads.test(item));
      if (!item.equals(shown)) {
        draw(item);
        setAccessibleText(name.apply(item));
      }
    }

    private void draw(T item) {
      shown = item;
      knownWidth = -1;
      Region row = draw.apply(item);
      drawn = Optional.of(row);
      setGraphic(inColumn(row));
    }

    private boolean isNearEnd() {
      return getIndex() >= getItems().size() - NEAR_END;
    }

    /// Only where one sees it: the list measures a few rows more in each layout, and would go on to
    /// the end of what is stored.
    private void askForMore() {
      if (isShown() && isNearEnd()) {
        more.run();
      }
    }

    void takeKeyboard() {
      if (shown != null) {
        stayAt(shown);
      }
    }

    Optional<Region> drawn() {
      return drawn;
    }

    boolean isShown() {
      return drawn.isPresent() && isVisible() && getParent() != null && getParent().isVisible();
    }

    /// The list keeps one out of sight only to measure what it does not show.
    private boolean isMeasuring() {
      return getParent() != null && !getParent().isVisible();
    }

    boolean beginsInView() {
      return RowList.this.sceneToLocal(localToScene(0, 0)).getY() >= -1;
    }

    boolean endsInView() {
      double end = RowList.this.sceneToLocal(localToScene(0, getHeight())).getY();
      return end <= RowList.this.getHeight() + NEARLY;
    }

    private Region inColumn(Region row) {
      // To measure, a box makes what it holds as narrow as its room, but never wider.
      row.setPrefWidth(COLUMN);
      row.setMaxWidth(COLUMN);
      HBox.setHgrow(row, Priority.ALWAYS);
      HBox column = new HBox(row);
      column.getStyleClass().add("row-column");
      // What opens and closes within the row changes its height.
      column
          .needsLayoutProperty()
          .subscribe(
              needed -> {
                if (needed) {
                  knownWidth = -1;
                }
              });
      return column;
    }

    @Override
    protected double computePrefHeight(double width) {
      T item = getItem();
      if (item == null) {
        return super.computePrefHeight(width);
      }
      if (isMeasuring() && !item.equals(shown)) {
        OptionalDouble height = measured(item);
        if (height.isPresent()) {
          return height.getAsDouble();
        }
        draw(item);
        applyCss();
      }
      double wide = rowWidth();
      if (wide != knownWidth && getGraphic() instanceof Region column) {
        knownWidth = wide;
        knownHeight = snappedTopInset() + snapSizeY(column.prefHeight(wide)) + snappedBottomInset();
        heights.put(item, setting(), knownHeight);
      }
      return knownHeight;
    }

    /// Its height where it need not be drawn for that. While the wheel is turned what is below
    /// those one sees is drawn before it comes into view, and high as it is then.
    private OptionalDouble measured(T item) {
      OptionalDouble known = heights.of(item, setting());
      if (known.isPresent() || !rolls || !isBelowAllShown()) {
        return known;
      }
      guessed = true;
      return heights.guess();
    }

    private boolean isBelowAllShown() {
      return made.stream().filter(Row::isShown).allMatch(row -> row.getIndex() < getIndex());
    }

    private RowHeights.Setting setting() {
      return new RowHeights.Setting(rowWidth(), getFont());
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }
  }
}
