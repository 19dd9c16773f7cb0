package org.mmm.node;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Starts and stops like a node and does nothing else: a program for tests of the parent's side. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    List<String> words = Arrays.asList(arguments);
    Path data = Path.of(words.get(words.indexOf("--data") + 1));
    if (words.contains("--world")) {
      System.err.println("mmm: the world file has no places; see the documentation of world files");
      System.exit(2);
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    Files.createDirectories(data);
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    long pid = ProcessHandle.current().pid();
    Files.writeString(
        data.resolve("node.json"), "{\"url\": \"" + url + "\", \"pid\": " + pid + "}");
  }
}
