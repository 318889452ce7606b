package shop;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Calls every method of the desk, and answers with what came of it. */
@WebServlet("/all")
public class AllServlet extends HttpServlet {
  private final Desk desk = new Desk();
  private final List<Object> outcomes = new ArrayList<>();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    call(desk::retried);
    call(desk::broken);
    call(desk::broken);
    call(
        () -> {
          desk.lost("order 1");
          return "kept";
        });
    call(desk::replaced);
    call(
        () -> {
          desk.late();
          return "in time";
        });
    call(() -> desk.later().join());
    response.getWriter().print(outcomes);
  }

  private void call(Callable<Object> action) {
    try {
      outcomes.add(action.call());
    } catch (Exception e) {
      outcomes.add(e.getClass().getSimpleName());
    }
  }
}
