package org.tidings.ui.writing;

/// Where somebody writes, in a line of their text.
///
/// @param line its number, from 0; a line ends where Enter was pressed
/// @param before what stands in it before the caret
/// @param after what stands in it after the caret
public record Caret(int line, String before, String after) {}
