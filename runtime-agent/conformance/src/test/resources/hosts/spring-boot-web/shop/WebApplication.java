package shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the till on loopback, and asks it once. */
@SpringBootApplication
@RestController
public class WebApplication {
  private final Till till;

  public WebApplication(Till till) {
    this.till = till;
  }

  @GetMapping("/pay")
  public String pay() throws Exception {
    Seen.print(till);
    return "attempts: " + till.attempts;
  }

  public static void main(String[] arguments) throws Exception {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(WebApplication.class, arguments)) {
      String port = context.getEnvironment().getProperty("local.server.port");
      URI address = URI.create("http://127.0.0.1:" + port + "/pay");
      try (InputStream answer = address.toURL().openStream()) {
        System.out.println("answer=" + new String(answer.readAllBytes(), UTF_8));
      }
    }
  }
}
