package org.tidings.ui.markdown;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.text.TextPieces;

/// Keeps the place of a picture that is not shown yet, with the words that describe it.
final class BlobPlaceholder extends Label {
  BlobPlaceholder(String alt) {
    super(
        alt.isBlank()
            ? Texts.of("markdown.picture")
            : Texts.of("markdown.picture.named", TextPieces.clean(alt)),
        new Icon(Feather.IMAGE));
    getStyleClass().add("md-picture");
  }
}
