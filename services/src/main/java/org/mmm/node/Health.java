package org.mmm.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the node of this machine whether it is ready: the health check of a container image. */
public final class Health {
  private static final String HERE = "http://127.0.0.1:7070/health/ready";
  private static final Duration WITHIN = Duration.ofSeconds(4);

  private Health() {}

  /**
   * Prints what the node says, and ends with 0 if it is ready, else with 1. The environment
   * variable {@code MMM_HEALTH_URL} names another place to ask.
   *
   * @param args none
   */
  public static void main(String[] args) throws InterruptedException {
    String url = System.getenv().getOrDefault("MMM_HEALTH_URL", HERE);
    HttpClient client = HttpClient.newBuilder().connectTimeout(WITHIN).build();
    try {
      HttpRequest ask = HttpRequest.newBuilder(URI.create(url)).timeout(WITHIN).build();
      var answer = client.send(ask, HttpResponse.BodyHandlers.ofString());
      System.out.println(answer.body());
      System.exit(answer.statusCode() == 200 ? 0 : 1);
    } catch (IOException | IllegalArgumentException e) {
      System.out.println("mmm: " + url + " does not answer: " + e);
      System.exit(1);
    }
  }
}
