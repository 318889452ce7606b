package shop;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

@WebServlet("/order")
public class OrderServlet extends HttpServlet {
  private Orders orders;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (orders == null) {
      orders = new Orders(request.getContextPath());
    }
    orders.up = Boolean.parseBoolean(request.getParameter("up"));
    try {
      orders.take("order of " + request.getContextPath());
    } catch (IOException e) {
      // Then there is a letter.
    }
  }
}
