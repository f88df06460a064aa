@doc-epay-payment-page @needs:world
Feature: The bank's payment page

  @row:epay_payform_start @row:epay_payform_pay @row:epay_payform_pay_card
  Scenario: The customer pays on the page
    Given an online shop that takes the money at once
    When the shop prepares the payment page for 1500 tenge
    And the customer opens the payment page
    Then the page shows "1500.00"
    When the customer pays on the page by a good card
    Then the page says: "paid"
    And the payment is paid

  @doc-epay-widget @row:epay_payform @row:epay_redesign-payform @row:epay_payform_pay
  Scenario Outline: The customer pays on the page at the address of the bank's own script: <path>
    Given an online shop that takes the money at once
    When the shop prepares the payment page for 1500 tenge
    And the customer opens the payment page at the address that the bank's script makes: "<path>"
    Then the page shows "1500.00"
    When the customer pays on the page by a good card
    Then the page says: "paid"
    And the payment is paid

    Examples:
      | path                |
      | /payform/           |
      | /redesign-payform/  |

  @row:epay_payform
  Scenario: Nothing is paid at an address that holds no payment
    Given an online shop that takes the money at once
    When a browser opens "/payform/?params=JYOw"
    Then the page shows "data-kind=\"problem\""

  @row:epay_payform_pay_card @reason:484
  Scenario: The card has no money, and the customer tries another on the same page
    Given an online shop that takes the money at once
    When the shop prepares the payment page for 1500 tenge
    And the customer opens the payment page
    And the customer pays on the page by a card without money
    Then the page says: "declined"
    And the page names code 484
    When the customer pays on the page by a good card
    Then the page says: "paid"
    And the payment is paid

  @row:epay_payform_pay_3ds @row:epay_acs_answer @needs:issuer
  Scenario: The page leads to the customer's bank and back
    Given an online shop that takes the money at once
    When the shop prepares the payment page for 1500 tenge
    And the customer opens the payment page
    And the customer pays on the page by a card with 3-D Secure
    Then the page says: "3ds"
    When the page leads the customer to his bank
    And the customer types the right code
    And the customer is back on the payment page
    Then the page shows "data-kind=\"paid\""
    And the payment is paid

  @doc-epay-widget @row:epay_payform_payment-api.js @row:epay_redesign-payform_payment-api.js @row:epay_payform_page.js @row:epay_payform_page.css
  Scenario Outline: What the shop's page loads is there: <path>
    Given an online shop that takes the money at once
    When a browser opens "<path>"
    Then the page shows "<text>"

    Examples:
      | path                                | text              |
      | /payform/payment-api.js             | showPaymentWidget |
      | /redesign-payform/payment-api.js    | showPaymentWidget |
      | /payform/payment-api.js             | cardverification  |
      | /payform/page.js                    | cryptogram        |
      | /payform/page.css                   | .sheet            |

  @doc-epay-widget @row:epay_payform_start
  Scenario: The object for the bank's script is as the document prints it
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the shop wants to be told of payments
    When the shop prepares the payment page for 1500 tenge
    Then the page's object is as the document prints it: "epay-widget-object"

  @doc-epay-invoice @row:epay_invoice @row:epay_redirect_invoice-link
  Scenario: The customer pays by a link
    Given an online shop that takes the money at once
    When the shop sends a link to pay 1500 tenge
    Then the bank agrees
    When the customer opens the link
    And the customer pays on the page by a good card
    Then the page says: "paid"
    And the payment is paid
    When the customer opens the link
    Then the page shows "data-kind=\"paid\""
