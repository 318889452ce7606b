package vendor;

import java.io.IOException;

/** Code that its users cannot annotate. */
public class Client {
  public int attempts;

  public String send(String host, int number) throws IOException {
    attempts++;
    throw new IOException(host + " is down");
  }

  public native void upload();
}
