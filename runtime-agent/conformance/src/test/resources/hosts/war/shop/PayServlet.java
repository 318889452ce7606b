package shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet("/pay")
public class PayServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Till till = new Till();
    try {
      Seen.print(till);
    } catch (Exception e) {
      throw new ServletException(e);
    }
    response.getWriter().print(request.getContextPath() + " attempts: " + till.attempts);
  }
}
