package org.tidings.ui.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.text.Effort;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.text.Shaping;

/// Turns the blocks of a document into nodes, a few at a time. The parser bounds how deep blocks
/// nest. Confined to the JavaFX thread.
final class Blocks {
  private static final int SMALLEST_HEADING = 4;

  /// A block, or an entry of a list, is a few nodes.
  private static final int BLOCK = 3 * Effort.NODE;

  private static final int MOST_COLUMNS = 12;

  private static final int PICTURE = 6 * Effort.NODE;

  private final TextSetting setting;
  private final Deque<Unfinished> unfinished = new ArrayDeque<>();
  private int spent;
  private int letters;

  /// @param into what the nodes are put into
  Blocks(Node document, Pane into, TextSetting setting) {
    this.setting = setting;
    unfinished.push(new Children(document, into));
  }

  /// Adds what comes next until about this `effort` is spent, and says whether more is to come.
  boolean add(int effort) {
    spent = 0;
    while (spent < effort && !unfinished.isEmpty()) {
      if (!unfinished.element().addNext()) {
        unfinished.pop();
      }
    }
    return !unfinished.isEmpty();
  }

  /// How many letters there are in the nodes so far.
  int letters() {
    return letters;
  }

  /// Something of which the first nodes are there.
  private interface Unfinished {
    /// Adds the next, if there is one.
    boolean addNext();
  }

  /// The blocks below one.
  private final class Children implements Unfinished {
    private final Pane into;
    private @Nullable Node next;

    Children(Node parent, Pane into) {
      this.into = into;
      next = parent.getFirstChild();
    }

    @Override
    public boolean addNext() {
      Node block = next;
      if (block == null) {
        return false;
      }
      next = block.getNext();
      spent += BLOCK;
      block(block, into);
      return true;
    }
  }

  /// The entries of a list.
  private final class Items implements Unfinished {
    private final Pane rows;
    private final boolean isNumbered;
    private int number;
    private @Nullable Node next;

    Items(Node list, Pane rows, boolean isNumbered, int start) {
      this.rows = rows;
      this.isNumbered = isNumbered;
      number = start;
      next = list.getFirstChild();
    }

    @Override
    public boolean addNext() {
      Node item = next;
      if (item == null) {
        return false;
      }
      next = item.getNext();
      spent += BLOCK;
      BlockBox content = new BlockBox("md-item");
      rows.getChildren().add(new ItemLine(isNumbered ? number++ + "." : "•", content));
      unfinished.push(new Children(item, content));
      return true;
    }
  }

  /// The rows of a table.
  private final class Lines implements Unfinished {
    private final TableGrid grid;
    private final Iterator<TableRow> rows;

    Lines(TableBlock table, TableGrid grid) {
      this.grid = grid;
      rows = rows(table).iterator();
    }

    @Override
    public boolean addNext() {
      if (!rows.hasNext()) {
        return false;
      }
      grid.add(below(rows.next(), TableCell.class).map(this::cell).toList());
      return true;
    }

    private BlockBox cell(TableCell cell) {
      spent += BLOCK;
      BlockBox box = new BlockBox("md-cell");
      if (cell.isHeader()) {
        box.getStyleClass().add("md-cell-head");
      }
      if (cell.getAlignment() != null) {
        box.getStyleClass().add("md-cell-" + cell.getAlignment().name().toLowerCase(Locale.ROOT));
      }
      words(cell, "md-paragraph", box);
      return box;
    }
  }

  /// The parts of a long text.
  private final class Parts implements Unfinished {
    private final Iterator<List<Stretch>> parts;
    private final Pane into;
    private final boolean fromTheRight;

    Parts(List<List<Stretch>> parts, Pane into, boolean fromTheRight) {
      this.parts = parts.iterator();
      this.into = into;
      this.fromTheRight = fromTheRight;
    }

    @Override
    public boolean addNext() {
      if (!parts.hasNext()) {
        return false;
      }
      into.getChildren().add(flow(parts.next(), fromTheRight));
      return true;
    }
  }

  private void block(Node block, Pane into) {
    switch (block) {
      case LinkReferenceDefinition unseen -> {}
      case Paragraph paragraph -> words(paragraph, "md-paragraph", into);
      case Heading heading ->
          words(heading, "md-h" + Math.min(heading.getLevel(), SMALLEST_HEADING), into);
      case BlockQuote quote -> children(quote, "md-quote", into);
      case BulletList list -> list(list, false, 0, into);
      case OrderedList list -> list(list, true, start(list), into);
      case FencedCodeBlock code -> plain(code.getLiteral(), "md-code-block", into);
      case IndentedCodeBlock code -> plain(code.getLiteral(), "md-code-block", into);
      case HtmlBlock html -> plain(html.getLiteral(), "md-paragraph", into);
      case TableBlock table -> table(table, into);
      case ThematicBreak line -> into.getChildren().add(rule());
      default -> children(block, "md-box", into);
    }
  }

  private void words(Node block, String style, Pane into) {
    Inlines inlines = new Inlines(block);
    List<TextSetting.Picture> pictures = inlines.pictures();
    Pane around = into;
    if (!pictures.isEmpty()) {
      around = inside("md-box", into);
      spent += PICTURE * pictures.size();
    }
    if (inlines.hasWords()) {
      text(inlines.stretches(), style, around);
    }
    if (!pictures.isEmpty()) {
      around.getChildren().add(setting.pictures(pictures));
    }
  }

  private void plain(String literal, String style, Pane into) {
    text(List.of(new Stretch(literal.stripTrailing(), InlineStyle.PLAIN)), style, into);
  }

  private void text(List<Stretch> stretches, String style, Pane into) {
    List<List<Stretch>> parts = Stretch.parts(stretches);
    boolean fromTheRight = Shaping.isRightToLeft(Stretch.text(stretches));
    if (parts.size() == 1) {
      FlowText flow = flow(stretches, fromTheRight);
      flow.getStyleClass().add(style);
      into.getChildren().add(flow);
    } else {
      unfinished.push(new Parts(parts, inside(style, into), fromTheRight));
    }
  }

  private FlowText flow(List<Stretch> part, boolean fromTheRight) {
    String text = Stretch.text(part);
    letters += text.length();
    spent += part.stream().mapToInt(Stretch::effort).sum();
    FlowText flow = new FlowText();
    flow.setCursor(Cursor.TEXT);
    if (fromTheRight) {
      flow.getStyleClass().add("md-from-right");
    }
    boolean mixed = fromTheRight || Shaping.hasRightToLeft(text);
    flow.show(
        part.stream().flatMap(stretch -> stretch.nodes(mixed, setting::visit).stream()).toList(),
        text,
        fromTheRight);
    return flow;
  }

  private static BlockBox inside(String style, Pane into) {
    BlockBox box = new BlockBox(style);
    into.getChildren().add(box);
    return box;
  }

  private void children(Node block, String style, Pane into) {
    unfinished.push(new Children(block, turned(inside(style, into), block)));
  }

  private void list(Node list, boolean isNumbered, int start, Pane into) {
    unfinished.push(new Items(list, turned(inside("md-list", into), list), isNumbered, start));
  }

  /// Columns beyond those one can read beside each other are not shown as such: each row is a line.
  private void table(TableBlock table, Pane into) {
    int columns = (int) rows(table).limit(1).flatMap(row -> below(row, TableCell.class)).count();
    if (columns > MOST_COLUMNS) {
      Pane lines = turned(inside("md-box", into), table);
      rows(table).forEach(row -> words(row, "md-paragraph", lines));
    } else {
      TableGrid grid = turned(new TableGrid(columns), table);
      into.getChildren().add(grid);
      unfinished.push(new Lines(table, grid));
    }
  }

  private static Stream<TableRow> rows(TableBlock table) {
    return below(table, Node.class).flatMap(part -> below(part, TableRow.class));
  }

  private static <N extends Node> Stream<N> below(Node parent, Class<N> type) {
    return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext)
        .filter(type::isInstance)
        .map(type::cast);
  }

  /// What stands before entries, or beside a quote, is on the side from which the first words in
  /// it start, and so is the first column of a table.
  private static <P extends Pane> P turned(P box, Node block) {
    @Nullable Node first = block;
    while (first != null
        && !(first instanceof Paragraph
            || first instanceof Heading
            || first instanceof TableBlock)) {
      first = first.getFirstChild();
    }
    boolean fromTheRight = first != null && Shaping.isRightToLeft(PlainText.of(first));
    box.setNodeOrientation(
        fromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    return box;
  }

  private static int start(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : start;
  }

  private static Region rule() {
    var rule = new Region();
    rule.getStyleClass().add("md-rule");
    return rule;
  }
}
