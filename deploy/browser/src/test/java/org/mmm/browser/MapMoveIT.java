package org.mmm.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("At the map of two nodes, in a browser, the operator")
class MapMoveIT {
  private static final Path DISTRIBUTION =
      Path.of(System.getProperty("mmm.dist", "../target/mmm")).toAbsolutePath();

  @TempDir static Path directory;
  private static Chromium chromium;
  private static TwoNodes nodes;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    nodes = TwoNodes.start(DISTRIBUTION, directory);
  }

  @AfterAll
  static void stop() throws Exception {
    if (nodes != null) nodes.close();
    if (chromium != null) chromium.close();
  }

  @Test
  @DisplayName("sees a Room that is watched move when mmm moves it, and who watches goes with it")
  void seesARoomMove() throws Exception {
    try (Human anna = chromium.human(nodes.node(1).url());
        Human bob = chromium.human(nodes.node(2).url());
        Operator operator = chromium.operator(nodes.node(1).operatorUrl())) {
      anna.registers("Anna", "");
      anna.goesToTheSquare();
      bob.registers("Bob", "");
      bob.goesToTheSquare();
      operator.signsIn(nodes.operatorToken());
      operator.reads("#summary", "2 nodes");
      String from = operator.nodeOf("MM-Square");
      operator.reads(".tile .watchers", "2 watchers");
      operator.keepsPicture("map-before");

      String to = from.equals("node1") ? "node2" : "node1";
      nodes.mmm("room", "move", "MM-Square", "--to", to);
      operator.reads("#moves", "Room MM-Square moved from " + from + " to " + to);
      assertThat(operator.nodeOf("MM-Square")).isEqualTo(to);
      operator.reads(".tile .watchers", "2 watchers");
      operator.keepsPicture("map-after");
      assertThat(operator.failures()).isEmpty();
    }
  }
}
