package org.tidings.ui.markdown;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Texts that stand nowhere: links lead nowhere, and of pictures only the words are shown.
public final class NoSetting implements TextSetting {
  @Override
  public void visit(MarkdownLink link) {
    // Nobody is there to go anywhere.
  }

  @Override
  public Node pictures(List<Picture> pictures) {
    return new Label(pictures.stream().map(Picture::words).collect(Collectors.joining(", ")));
  }
}
