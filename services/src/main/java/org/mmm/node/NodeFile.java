package org.mmm.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a node that is ready says so, and where its ports are: {@code node.json}. */
final class NodeFile {
  private final Path file;

  /**
   * @param data the data directory of the node
   */
  NodeFile(Path data) {
    this.file = data.resolve("node.json");
  }

  /** Complete or not at all: whoever starts a node waits for this file. */
  void write(ObjectNode content) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(draft, content + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The node is not ready, or no more. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
