package shop;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet("/ask")
public class AskServlet extends HttpServlet {
  private final Bank bank = new Bank();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String answer;
    try {
      answer = bank.ask(Boolean.parseBoolean(request.getParameter("up")));
    } catch (IOException | RuntimeException e) {
      answer = e.getClass().getSimpleName();
    }
    response.getWriter().print(request.getContextPath() + " " + answer);
  }
}
