package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import org.mmm.client.Json;
import org.mmm.print.Printer;

/** Tells where a running node is to be found. */
final class NodeUrls {
  private NodeUrls() {}

  static void print(Printer printer, URI url, URI operatorUrl, Path data) {
    ObjectNode urls = Json.object();
    urls.put("api", url.toString());
    urls.put("docs", url.resolve("/docs").toString());
    urls.put("health", url.resolve("/health/ready").toString());
    urls.put("map", operatorUrl.resolve("/map").toString());
    urls.put("data", data.toAbsolutePath().toString());
    printer.print(urls, Fields::table);
  }
}
