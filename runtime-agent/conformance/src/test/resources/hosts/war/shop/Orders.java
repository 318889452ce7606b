package shop;

import dev.mulligan.annotations.DeadLetter;
import java.io.IOException;

/** Takes orders while it is up. */
public class Orders {
  private final String application;
  boolean up;

  Orders(String application) {
    this.application = application;
  }

  @DeadLetter
  public void take(String order) throws IOException {
    if (!up) {
      throw new IOException("down");
    }
    System.out.println("taken=" + order + " by " + application);
  }
}
