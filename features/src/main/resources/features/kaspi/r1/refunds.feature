@doc-2.4
Feature: Money back, scheme r1
  The API of r1 has no refund: the cashier gives the money back in the bank's own app.

  @doc-2.4 @row:r1_payment_status @needs:phone @needs:hooks
  Scenario: A refund in the bank's app leaves the purchase paid
    Given a till at trade point 1 under scheme r1
    And a purchase of 200 tenge is paid
    When the cashier refunds 100 tenge in the bank's app
    Then the purchase is paid
